package im.parley.core.limit;

/**
 * How often each kind of command may be sent.
 *
 * @param messages {@code message.send}, a user
 * @param changes whatever else changes something, {@code presence.watch}, {@code message.search}
 *     and uploads, a user and command
 * @param reads whatever only looks, marks of reading and delivery, and downloads, a user and
 *     command; {@code session.refresh}, an address
 * @param typing {@code typing}, a user
 * @param entries {@code account.register} and {@code session.create}, an address and command
 * @param wrongPasswords guesses at secrets: sign-ins with a wrong password, a username and address;
 *     {@code invite.accept}, a user
 */
public record LimitsConfig(
    Allowance messages,
    Allowance changes,
    Allowance reads,
    Allowance typing,
    Allowance entries,
    Allowance wrongPasswords) {

  /** More than people need, less than would trouble others. */
  public static LimitsConfig defaults() {
    return new LimitsConfig(
        new Allowance(60, 20),
        new Allowance(60, 5),
        new Allowance(300, 50),
        new Allowance(30, 5),
        new Allowance(60, 1),
        new Allowance(10, 0.1));
  }
}
