// One run: a phone, its person, an agent and the backend in one process, virtual time, and the weather of a seed.
import { sendMessage } from '../backend/v4/chat/service';
import { openSessionOf } from '../backend/v4/chat/sessions';
import { ApiError } from '../backend/v4/errors';
import type { Profile } from '../backend/profile';
import { judgeMoment, judgeRest } from './verdict/screen';
import { toldBy } from './verdict/alike';
import { judgeCodes, judgeCounter } from './verdict/codes';
import { judgeLeaks } from './verdict/leaks';
import { Ledger } from './verdict/ledger';
import { judgeStore } from './verdict/store';
import { judgeDesk, judgeStaff } from './verdict/staff';
import { judgeUnconfirmed } from './verdict/unconfirmed';
import type { Problem } from './verdict/problem';
import { Agent } from './world/agent';
import { COMMON, needsPerson, Person } from './world/person';
import { Phone } from './world/phone';
import type { WorldBackend } from './world/backend';
import { Shopper } from './world/counter/shopper';
import { Server } from './world/server';
import { Coach } from './world/staff/coach';
import { createWorldTime } from './world/time';
import { trouble } from './world/trouble';
import { createDice, Weather } from './world/weather';
import type { Fault } from './world/weather';

export interface Report {
  seed: number;
  profile: Profile;
  problems: Problem[];
  faults: ReadonlyMap<Fault, number>;
  fault_count: number;
  written: number;
  /** How many the app took at the counter. */
  codes: number;
  unconfirmed: number;
  /** How long it took, by the machine's clock. */
  ms: number;
}

const START_MS = Date.UTC(2026, 10, 22, 6);
const LEAST_FAULTS = 200;
const MOST_STEPS = 1_500;
const HEALTHY_S = 60;
/** Of all steps, where there is staff. */
const STAFF_SHARE = 0.4;
/** Of all steps, where there is a counter. */
const COUNTER_SHARE = 0.4;

/** Makes the backend of a run. */
export type Begin = (start_ms: number, profile: Profile, weather: Weather) => Promise<WorldBackend>;

const inProcess: Begin = async (start_ms, profile, weather) =>
  new Server(createWorldTime(start_ms), weather, profile);

/** @param begin default: in this process, under virtual time */
export async function run(seed: number, profile: Profile, begin: Begin = inProcess): Promise<Report> {
  const began = Date.now();
  const weather = new Weather(createDice(seed));
  const { dice } = weather;
  const server = await begin(START_MS, profile, weather);
  const { time } = server;
  const phone = new Phone(server, weather);
  const person = new Person(phone, dice);
  const agent = new Agent(server, dice);
  const coach =
    server.staff === undefined ? undefined : new Coach(phone, server.staff, weather, () => time.now());
  const shopper = server.counter === undefined ? undefined : new Shopper(person, server.counter, dice);
  const leave = server.chat.agents.enter();
  const problems: Problem[] = [];
  const ledger = new Ledger(server.chat.store);
  const unconfirmed = new Set<string>();
  try {
    weather.fine = true;
    phone.start();
    await Promise.all([person.signIn(), coach?.signIn(), time.advance(500)]);
    weather.fine = false;
    for (
      let step = 0;
      weather.total < LEAST_FAULTS && step < MOST_STEPS && problems.length === 0;
      step += 1
    ) {
      const count = person.written.length;
      if (coach !== undefined && phone.app !== undefined && dice.chance(STAFF_SHARE)) void coach.act();
      else if (shopper?.purse !== undefined && dice.chance(COUNTER_SHARE)) shopper.act();
      else void act(server, person, agent, weather);
      await time.advance(dice.chance(0.1) ? dice.between(5_000, 40_000) : dice.between(0, 2_500));
      person.look(count);
      coach?.look(coach.desk);
      note(person, unconfirmed);
      if (profile === 'documented')
        problems.push(...judgeUnconfirmed(profile, person.chat?.outbox.pending.entries ?? [], new Set()));
      problems.push(...judgeMoment(server, person, ledger));
      if (coach !== undefined) problems.push(...judgeDesk(coach));
      shopper?.look();
      if (shopper !== undefined) problems.push(...judgeCodes(shopper, time.now()));
    }
    if (problems.length === 0)
      problems.push(...(await rest({ server, person, coach, shopper, weather, ledger, unconfirmed })));
    if (problems.length === 0 && weather.total < LEAST_FAULTS)
      problems.push({ kind: 'stuck', what: `only ${weather.total} faults in ${MOST_STEPS} steps` });
  } finally {
    leave();
    phone.kill();
    await server.dispose();
  }
  const { counts: faults, total: fault_count } = weather;
  return {
    seed,
    profile,
    problems,
    faults,
    fault_count,
    written: person.written.length,
    codes: shopper?.kept.length ?? 0,
    unconfirmed: unconfirmed.size,
    ms: Date.now() - began,
  };
}

/** One thing that somebody does. */
async function act(server: WorldBackend, person: Person, agent: Agent, weather: Weather): Promise<void> {
  const { dice } = weather;
  const { phone } = person;
  if (phone.app === undefined) return dice.chance(0.6) ? void phone.start() : undefined;
  if (person.chat === undefined) {
    const isOut = phone.app.core.session.customer.state === 'signed_out' && !phone.app.life.is_suspended;
    // Now and then another person takes the phone.
    if (isOut && dice.chance(0.5))
      await person.signIn(dice.chance(0.2) ? 65 - person.user_id : person.user_id);
    return;
  }
  const roll = dice.next();
  if (person.chat.on_screen === null || roll < 0.1) await person.enter();
  else if (roll < 0.42) person.write();
  else if (roll < 0.46) await person.sendPicture();
  else if (roll < 0.5) await person.tidy();
  else if (roll < 0.54) await person.chat.on_screen.loadOlder();
  else if (roll < 0.7) agent.act();
  else if (roll < 0.74) elsewhere(server, person, dice.below(1e9));
  else if (roll < 0.76) person.chat.leave(person.chat.on_screen.session_id);
  else if (roll < 0.765) await person.signOut();
  else await trouble(server, person, weather);
}

/** The same person writes on another device. */
function elsewhere(server: WorldBackend, { user_id, elsewhere: others }: Person, number: number): void {
  const open = openSessionOf(server.chat, user_id);
  if (open === undefined) return;
  // Where the server keeps no id of ours, one text from two phones cannot be told apart: nobody promises that.
  const isCommon = server.profile === 'documented' && number % 4 === 0;
  const content = isCommon ? COMMON[0] : `顾客${user_id}第${number}句，另一台`;
  const { customer_service_session_id } = open;
  try {
    sendMessage(server.chat, user_id, customer_service_session_id, {
      content,
      temp_message_id: `other-${number}`,
    });
    others.push({ session_id: String(customer_service_session_id), content });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

/** Messages in doubt in the conversation in front, against what its history says. */
function doubts(server: WorldBackend, { chat, written }: Person, ledger: Ledger): Problem[] {
  const id = chat?.on_screen?.session_id;
  if (chat === undefined || id === undefined) return [];
  return judgeUnconfirmed(server.profile, chat.outbox.of(id), toldBy(ledger.lines(id), written, id));
}

function note(person: Person, unconfirmed: Set<string>): void {
  for (const { temp_message_id, status } of person.chat?.outbox.pending.entries ?? []) {
    if (status.state === 'unconfirmed') unconfirmed.add(temp_message_id);
  }
}

interface Rest {
  server: WorldBackend;
  person: Person;
  coach: Coach | undefined;
  shopper: Shopper | undefined;
  weather: Weather;
  ledger: Ledger;
  unconfirmed: Set<string>;
}

/**
 * The end of a run, without faults: the person does what is left to them, and everything else must become right by
 * itself.
 */
async function rest({
  server,
  person,
  coach,
  shopper,
  weather,
  ledger,
  unconfirmed,
}: Rest): Promise<Problem[]> {
  const { time } = server;
  const { phone } = person;
  weather.fine = true;
  phone.storage_fails = undefined;
  phone.app?.life.spare();
  // A person whose sign-in was ended earlier learns of it now.
  const count = person.written.length;
  await time.advance(45_000);
  phone.setNetwork(true);
  phone.show();
  if (phone.app === undefined) phone.start();
  await time.advance(2_000);
  person.look(count);
  if (phone.app?.core.session.customer.state !== 'signed_in') {
    void person.signIn();
    await time.advance(2_000);
  }
  const problems: Problem[] = [];
  await coach?.comeBack((ms) => time.advance(ms));
  void person.enter();
  for (let second = 0; second < HEALTHY_S; second += 1) {
    server.chat.limiter.clear();
    if (second % 5 === 4) {
      // The history has been read by now, so no message may be in doubt that it could have decided.
      problems.push(...doubts(server, person, ledger));
      void person.enter().then(() => person.tidy(0, needsPerson));
      coach?.look(coach.desk);
      if (second === 24) void coach?.beRefused();
      void coach?.visit();
    }
    note(person, unconfirmed);
    await time.advance(1_000);
    person.look(person.written.length);
    problems.push(...judgeMoment(server, person, ledger));
  }
  // What a connection brings is read in the seconds after it.
  for (let second = 0; person.connection === 'connecting' && second < (server.late_s ?? 0); second += 5)
    await time.advance(5_000);
  if (shopper !== undefined) problems.push(...(await judgeCounter(shopper, (ms) => time.advance(ms))));
  await coach?.hearOut((ms) => time.advance(ms));
  problems.push(...(await judgeRest(server, person, ledger, () => time.advance(1_000))));
  person.account();
  problems.push(...judgeStore(server, person));
  if (coach !== undefined) problems.push(...judgeDesk(coach), ...judgeStaff(coach));
  return problems.length > 0 ? problems : judgeLeaks(server, person);
}
