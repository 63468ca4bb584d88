// A Promise whose reactions are macrotasks of their own, as on iOS 15 and older: code that relies on the order of
// microtasks breaks.

let waiting = 0;

function later(run: () => void): void {
  waiting += 1;
  setImmediate(() => {
    waiting -= 1;
    run();
  });
}

/** Reactions that wait for their turn. */
export const slowReactions = (): number => waiting;

export class SlowPromise<T> extends Promise<T> {
  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return new SlowPromise<A | B>((resolve, reject) => {
      const react = <V>(
        value: V,
        reaction: ((value: V) => A | B | PromiseLike<A | B>) | null | undefined,
        pass: () => void,
      ) =>
        later(() => {
          if (reaction === null || reaction === undefined) return pass();
          try {
            resolve(reaction(value));
          } catch (error) {
            reject(error);
          }
        });
      void super.then(
        (value) => react(value, onFulfilled, () => resolve(value as unknown as A)),
        (reason: unknown) => react(reason, onRejected, () => reject(reason)),
      );
    });
  }
}
