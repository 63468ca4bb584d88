// The events of `wx.onAppRoute` and the like: before and after a page comes, and before and after one goes.
import type { AppEvents, EventPort, RouteEvent, RouteType } from '../ports/events';
import type { Page } from './page';

type Moment =
  | 'BeforeAppRoute'
  | 'AppRoute'
  | 'AppRouteDone'
  | 'BeforePageLoad'
  | 'AfterPageLoad'
  | 'BeforePageUnload'
  | 'AfterPageUnload';

/** Tells of one navigation. */
export type TellRoute = (moment: Moment, page: Page) => void;

let routes = 0;

export function routeEvents(events: EventPort<AppEvents>, openType: RouteType): TellRoute {
  const routeEventId = `route-${++routes}`;
  return (moment, { route: path, query, id }) => {
    if (events.count(moment) === 0) return;
    const event: RouteEvent = {
      path,
      query: { ...query },
      openType,
      webviewId: id,
      routeEventId,
      renderer: 'webview',
      componentFramework: 'glass-easel',
      notFound: false,
      timeStamp: Date.now(),
    };
    events.notify(moment, event);
  };
}
