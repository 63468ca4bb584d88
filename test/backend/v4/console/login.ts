// The console's own sign-in: administrators only, its sockets are agents' sockets.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { textField } from '../../http/input';
import { checkCode, requireMobile } from '../auth/codes';
import { requireActive } from '../auth/gate';
import { openSession } from '../auth/sessions';
import type { Session } from '../auth/session';
import { deviceOf, keepCookie, pair } from '../auth/signing-in';
import { REFRESH_LIFETIME_S } from '../auth/tokens';
import { consoleView, countLogin, userByMobile } from '../auth/users';
import { serve, withTimestamp } from '../envelope';
import { forbidden } from '../errors';

const PLATFORM = 'console';

export const isConsole = (session: Session): boolean => session.login_platform === PLATFORM;

/** `POST /console/auth/login {mobile, verification_code}`; the refresh token comes in the cookie alone. */
export function consoleLogin(app: FastifyInstance, ctx: Context): void {
  app.post(
    '/console/auth/login',
    serve(ctx, async (request) => {
      const mobile = requireMobile(textField(request.body, 'mobile'));
      checkCode(ctx, mobile, textField(request.body, 'verification_code'));
      const known = userByMobile(ctx, mobile);
      if (known?.is_admin !== true) throw forbidden('用户不具备管理员权限');
      const user = requireActive(known);
      const session = openSession(ctx, user.user_id, { ...deviceOf(request), platform: PLATFORM });
      const tokens = await pair(ctx, user, session);
      countLogin(ctx, user);
      const { access_token } = tokens;
      const data = { access_token, user: consoleView(user), expires_in: REFRESH_LIFETIME_S };
      const headers = keepCookie(ctx, tokens.refresh_token);
      return { code: 'SUCCESS', message: '管理员登录成功', data: withTimestamp(ctx, data), headers };
    }),
  );
}
