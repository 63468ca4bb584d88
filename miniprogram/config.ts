// Where the backends are and how patient the app is, by WeChat's environment. All times in ms.
import type { RouteProfile } from './api/v4/routes';

export type { RouteProfile } from './api/v4/routes';

export type Environment = 'development' | 'trial' | 'release';

export interface Config {
  environment: Environment;
  /** Scheme, host and port only; the socket lives at this host too. */
  v4_origin: string;
  xcx_origin: string;
  v4_base_path: string;
  xcx_base_path: string;
  route_profile: RouteProfile;
  timeouts: Timeouts;
  limits: Limits;
  /** On the sign-in page, with its first sign as the mark. */
  shop_name: string;
  /** Stored value in yuan from which a customer counts as so much; ascending. */
  stored_value_levels: readonly { from: number; text: string }[];
}

export interface Timeouts {
  request_ms: number;
  /** Sending may take 3 s when no agent is online: late on purpose. */
  send_message_ms: number;
  upload_ms: number;
  /** A whole streamed answer, from its question to its end. */
  stream_ms: number;
  logout_ms: number;
  socket_connect_ms: number;
}

export interface Limits {
  /** requests + uploads at once (the platform's own limit). */
  concurrent: number;
  /** Attempts of one GET, the first included. */
  get_attempts: number;
  retry_base_ms: number;
  retry_cap_ms: number;
  /** Refresh when the token has less than this left. */
  token_skew_ms: number;
  page_size: number;
}

const timeouts: Timeouts = {
  request_ms: 12_000,
  send_message_ms: 20_000,
  upload_ms: 60_000,
  stream_ms: 120_000,
  logout_ms: 3_000,
  socket_connect_ms: 15_000,
};

const limits: Limits = {
  concurrent: 10,
  get_attempts: 3,
  retry_base_ms: 400,
  retry_cap_ms: 5_000,
  token_skew_ms: 60_000,
  page_size: 20,
};

/** To be set by the owner. */
const shop_name = '滨江天街台球馆';

/** To be set by the owner: no page of the contract says where the levels begin. */
const stored_value_levels: Config['stored_value_levels'] = [
  { from: 0, text: '普通' },
  { from: 1_000, text: '银卡' },
  { from: 5_000, text: '金卡' },
  { from: 20_000, text: '钻卡' },
];

/** To be set by the owner: the domains below are placeholders and must be on the mini program's request list. */
const origins: Record<Environment, { v4_origin: string; xcx_origin: string }> = {
  development: { v4_origin: 'http://127.0.0.1:8901', xcx_origin: 'http://127.0.0.1:8901' },
  trial: { v4_origin: 'https://trial-api.example.com', xcx_origin: 'https://trial-staff.example.com' },
  release: { v4_origin: 'https://api.example.com', xcx_origin: 'https://staff.example.com' },
};

/** What a developer may override, by a launch query or stored keys; ignored outside development. */
export interface Overrides {
  profile?: string | undefined;
  /** Another origin for both backends (`http://127.0.0.1:9001`). */
  origin?: string | undefined;
}

/** The configuration of an environment. A bad override is ignored, never an error. */
export function configFor(environment: Environment, overrides: Overrides = {}): Config {
  const developing = environment === 'development';
  const profile = developing && overrides.profile === 'deployed' ? 'deployed' : 'documented';
  const origin =
    developing && /^https?:\/\/[\w.-]+(:\d+)?$/.test(overrides.origin ?? '') ? overrides.origin : undefined;
  const chosen = origins[environment];
  return {
    environment,
    v4_origin: origin ?? chosen.v4_origin,
    xcx_origin: origin ?? chosen.xcx_origin,
    v4_base_path: '/api/v4',
    xcx_base_path: '/api/xcx',
    route_profile: profile,
    timeouts,
    limits,
    shop_name,
    stored_value_levels,
  };
}
