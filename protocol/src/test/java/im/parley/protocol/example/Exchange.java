package im.parley.protocol.example;

import im.parley.protocol.command.Command;
import im.parley.protocol.reply.Reply;

/**
 * A command and what it is answered with.
 *
 * @param command what a client asks
 * @param reply what it gets when all is well
 */
public record Exchange<C extends Command<R>, R extends Reply>(C command, R reply) {}
