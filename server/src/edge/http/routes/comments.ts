import { Router } from 'express';
import type { Request, Response } from 'express';
import type { CommentThread } from '@daihon/shared/comment';
import {
  ChangeThread,
  DecideSuggestion,
  EditMessage,
  ReadMentions,
  ReplyToThread,
  StartThread,
} from '@daihon/shared/comment';
import type { Ports } from '../../../usecases/context.ts';
import { decideSuggestion } from '../../../usecases/comments/decideSuggestion.ts';
import { deleteMessage, editMessage } from '../../../usecases/comments/editMessage.ts';
import { listComments } from '../../../usecases/comments/listComments.ts';
import { replyToThread } from '../../../usecases/comments/replyToThread.ts';
import { resolveThread } from '../../../usecases/comments/resolveThread.ts';
import { startThread } from '../../../usecases/comments/startThread.ts';
import { messageTag } from '../../../usecases/comments/threadView.ts';
import { listMentions } from '../../../usecases/mentions/listMentions.ts';
import { readMentions } from '../../../usecases/mentions/readMentions.ts';
import { parameter, parse, route } from '../route.ts';
import { ifMatch } from './ifMatch.ts';
import { Paging } from './paging.ts';

/** Comments and proposals of a script, and what of them is for oneself. */
export function commentRoutes(ports: Ports): Router {
  const router = Router();
  router.get(
    '/api/scripts/:id/comments',
    route(({ context, request }) => {
      const { cursor, limit } = parse(Paging, request.query);
      return listComments(context, parameter(request, 'id'), { cursor: cursor ?? null, limit });
    }),
  );
  router.post(
    '/api/scripts/:id/comments',
    route(async ({ context, request, response }) => {
      const ask = parse(StartThread, request.body);
      const { view, fresh } = await startThread(ports, context, parameter(request, 'id'), ask);
      response.status(fresh ? 201 : 200);
      return view;
    }),
  );
  router.patch(
    '/api/scripts/:id/comments/:thread',
    route(({ context, request }) => {
      const { state } = parse(ChangeThread, request.body);
      return resolveThread(ports, context, threadOf(request), state);
    }),
  );
  router.post(
    '/api/scripts/:id/comments/:thread/decision',
    route(({ context, request }) =>
      decideSuggestion(ports, context, threadOf(request), parse(DecideSuggestion, request.body)),
    ),
  );
  messageRoutes(router, ports);
  mentionRoutes(router, ports);
  return router;
}

function messageRoutes(router: Router, ports: Ports): void {
  router.post(
    '/api/scripts/:id/comments/:thread/messages',
    route(({ context, request }) =>
      replyToThread(ports, context, threadOf(request), parse(ReplyToThread, request.body)),
    ),
  );
  router.patch(
    '/api/scripts/:id/comments/:thread/messages/:message',
    route(async ({ context, request, response }) => {
      const place = { ...threadOf(request), messageId: parameter(request, 'message') };
      const ask = parse(EditMessage, request.body);
      const view = await editMessage(ports, context, place, ask, ifMatch(request));
      return tagged(response, view, place.messageId);
    }),
  );
  router.delete(
    '/api/scripts/:id/comments/:thread/messages/:message',
    route(({ context, request }) => {
      const place = { ...threadOf(request), messageId: parameter(request, 'message') };
      return deleteMessage(ports, context, place, ifMatch(request));
    }),
  );
}

function mentionRoutes(router: Router, ports: Ports): void {
  router.get(
    '/api/mentions',
    route(({ context, request }) => {
      const { cursor, limit } = parse(Paging, request.query);
      return listMentions(ports, context, { cursor: cursor ?? null, limit });
    }),
  );
  router.post(
    '/api/mentions/read',
    route(({ context, request }) => readMentions(ports, context, parse(ReadMentions, request.body))),
  );
}

function threadOf(request: Request): { scriptId: string; threadId: string } {
  return { scriptId: parameter(request, 'id'), threadId: parameter(request, 'thread') };
}

function tagged(response: Response, view: CommentThread, messageId: string): CommentThread {
  const message = view.messages.find(({ id }) => id === messageId);
  if (message !== undefined) response.setHeader('ETag', messageTag(message.revision));
  return view;
}
