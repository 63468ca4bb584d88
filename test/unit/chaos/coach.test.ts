// C1 The virtual staff at the end of a run: what they do there, so that only what the app must do by itself is judged.
import { judgeStaff } from '../../chaos/verdict/staff';
import { Phone } from '../../chaos/world/phone';
import { Server } from '../../chaos/world/server';
import { Coach } from '../../chaos/world/staff/coach';
import { StaffServer } from '../../chaos/world/staff/server';
import { createWorldTime } from '../../chaos/world/time';
import { createDice, Weather } from '../../chaos/world/weather';

async function atWork() {
  const weather = new Weather(createDice(1));
  weather.fine = true;
  const time = createWorldTime(Date.UTC(2026, 10, 22, 6));
  const staff = StaffServer.begin(time, 'documented');
  const phone = new Phone(new Server(time, weather, 'documented', staff), weather);
  const coach = new Coach(phone, staff, weather, () => time.now());
  phone.start();
  await Promise.all([coach.signIn(), time.advance(500)]);
  return { weather, time, staff, phone, coach, advance: (ms: number) => time.advance(ms) };
}

it('C1 whose sign-in was ended unheard learns of it and signs in, before what they see is judged', async () => {
  const { phone, coach, staff, advance } = await atWork();
  staff.endSignIns();
  expect(coach.desk).toBeDefined();
  await coach.comeBack(advance);
  void coach.visit();
  await advance(1_000);
  expect(phone.app?.core.session.staff.state).toBe('signed_in');
  expect(judgeStaff(coach)).toEqual([]);
  phone.kill();
});

it('C1 who is signed in stays so', async () => {
  const { phone, coach, advance } = await atWork();
  const { desk } = coach;
  await coach.comeBack(advance);
  expect(coach.desk).toBe(desk);
  phone.kill();
});

it('C1 an answer that never comes is waited for until the app gives it up, and not called one that is asked for ever', async () => {
  const { phone, coach, weather, advance } = await atWork();
  coach.talk = coach.desk?.talks.find({ chat_id: null, about: null });
  weather.request = (isRepeatable) => (isRepeatable ? 'fine' : 'timeout after the write');
  coach.talk?.ask('怎么约');
  await advance(60_000);
  delete (weather as Partial<Weather>).request;
  expect(judgeStaff(coach)).toEqual([{ kind: 'stuck', what: 'the answer  is asked for ever' }]);
  await coach.hearOut(advance);
  expect(judgeStaff(coach)).toEqual([]);
  phone.kill();
});
