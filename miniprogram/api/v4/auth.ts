// V4 §4: signing in by phone and code, and what the backend knows about the person who did.
import type {
  LoginReply,
  LoginSessionsReply,
  ProfileReply,
  SendCodeReply,
  VerifyReply,
} from '../../../typings/v4/auth';
import type { CallOptions } from '../client';

export interface AuthApi {
  sendCode(mobile: string, options?: CallOptions): Promise<SendCodeReply>;
  login(mobile: string, verification_code: string, options?: CallOptions): Promise<SignInReply>;
  verify(options?: CallOptions): Promise<VerifyReply>;
  profile(options?: CallOptions): Promise<ProfileReply>;
  logout(options?: CallOptions): Promise<null>;
  loginSessions(options?: CallOptions): Promise<LoginSessionsReply>;
}

/** A sign-in's reply, and the refresh token its `Set-Cookie` carried. */
export interface SignInReply {
  reply: LoginReply;
  refresh_cookie?: string;
}
