import type { MouseEvent, ReactNode } from 'react';
import { formatRoute, type Route } from '../app/router.ts';
import { useServices } from '../app/services.ts';

/** A link inside the app: it has a true address, and an ordinary press travels without loading anything. */
export function Go({ to, className, children, label, onGo }: { to: Route; className?: string | undefined; children: ReactNode; label?: string; onGo?: () => void }) {
  const { router } = useServices();
  const onClick = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onGo?.();
    router.go(to);
  };
  return <a href={formatRoute(to)} className={className} aria-label={label} onClick={onClick}>{children}</a>;
}
