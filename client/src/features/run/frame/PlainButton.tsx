import type { ComponentProps } from 'react';
import styles from './PlainButton.module.css';

interface Props extends ComponentProps<'button'> {
  look?: 'filled' | 'plain' | 'danger' | 'quiet';
}

/** A button of the call screen. */
export function PlainButton({ look = 'plain', className = '', type = 'button', ...rest }: Props) {
  return <button type={type} className={`${styles.button ?? ''} ${className}`} data-look={look} {...rest} />;
}
