import type { Command } from './commands.ts';

/** What each command does on the screen it is given on. */
export type CommandHandlers = Record<Exclude<Command['kind'], 'choose'>, () => void> & {
  choose: (number: number) => void;
};

export function runCommand(command: Command, handlers: CommandHandlers): void {
  if (command.kind === 'choose') handlers.choose(command.number);
  else handlers[command.kind]();
}
