package im.parley.core.log;

import im.parley.protocol.view.RoomKind;

/**
 * Who may do what in a room: the table that {@link RoomRules} goes by, and that the documentation
 * is written from.
 */
public enum RoomPermission {
  /** Write. */
  POST(
      "Write", "message.send, message.forward", Grant.MEMBERS, Beyond.VOICE, "Join the room first"),
  /** Have something said later. */
  PLAN(
      "Write for a time to come",
      "message.schedule",
      Grant.MEMBERS,
      Beyond.NOTHING,
      "Join the room first"),
  /** Change what one has said. */
  EDIT(
      "Change one's own message",
      "message.edit",
      Grant.MEMBERS,
      Beyond.VOICE,
      "Join the room first"),
  /** Take back what one has said. */
  DELETE_OWN(
      "Take one's own message back",
      "message.delete",
      Grant.MEMBERS,
      Beyond.NOTHING,
      "Join the room first"),
  /** Take back what another has said. */
  DELETE(
      "Take another's message back",
      "message.delete",
      Grant.MODERATORS,
      Beyond.NOTHING,
      "Only its writer, and the room's owners and moderators, take a message back"),
  /** React, and take that back. */
  REACT(
      "React to a message",
      "reaction.add, reaction.remove",
      Grant.MEMBERS,
      Beyond.NOTHING,
      "Join the room first"),
  /** Vote, and take that back. */
  VOTE("Vote in a poll", "poll.vote", Grant.MEMBERS, Beyond.NOTHING, "Join the room first"),
  /** End one's own poll. */
  CLOSE_OWN_POLL(
      "End one's own poll", "poll.close", Grant.MEMBERS, Beyond.NOTHING, "Join the room first"),
  /** End another's poll. */
  CLOSE_POLL(
      "End another's poll",
      "poll.close",
      Grant.MODERATORS,
      Beyond.NOTHING,
      "Only its writer, and the room's owners and moderators, end a poll"),
  /** Pin, and unpin. */
  PIN(
      "Pin a message, and unpin it",
      "pin.add, pin.remove",
      Grant.MEMBERS,
      Beyond.NOTHING,
      "Join the room first"),
  /** Enter by oneself. */
  JOIN(
      "Enter by oneself",
      "room.join",
      Grant.ANYONE_IF_PUBLIC,
      Beyond.NOTHING,
      "This room is entered by an invite"),
  /** Enter by an invite. */
  ENTER(
      "Enter by an invite",
      "invite.accept",
      Grant.ANYONE,
      Beyond.NOTHING,
      "Nobody is invited into this room"),
  /** Bring someone in. */
  ADD(
      "Bring someone in",
      "member.add",
      Grant.MEMBERS_IF_PUBLIC,
      Beyond.NOTHING,
      "Only owners and moderators bring people into this room"),
  /** Leave. */
  LEAVE("Leave", "room.leave", Grant.MEMBERS_OF_ROOMS, Beyond.ARCHIVED, "Join the room first"),
  /** Change name, alias, topic, slow mode or how long messages last. */
  DESCRIBE(
      "Change name, alias, topic, slow mode or how long messages last",
      "room.update",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.NOTHING,
      "Only owners and moderators change what a room is called"),
  /** Archive the room. */
  ARCHIVE(
      "Archive the room",
      "room.archive",
      Grant.OWNERS,
      Beyond.NOTHING,
      "Only owners archive a room"),
  /** Give a member another role. */
  CHANGE_ROLE(
      "Give a member another role",
      "member.change",
      Grant.OWNERS,
      Beyond.NOTHING,
      "Only owners change what others may do"),
  /** Mute, and let write again. */
  MUTE(
      "Mute, and let write again",
      "member.change",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.LOWER_ROLE,
      "You can mute only members of a lower role than yours"),
  /** Take someone out. */
  REMOVE(
      "Take someone out",
      "member.remove",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.LOWER_ROLE,
      "You can remove only members of a lower role than yours"),
  /** Ban. */
  BAN(
      "Ban",
      "member.remove, member.change",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.LOWER_ROLE,
      "You can ban only members of a lower role than yours"),
  /** Lift a ban. */
  UNBAN(
      "Lift a ban",
      "member.change",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.NOTHING,
      "Only owners and moderators lift bans"),
  /** See who is banned. */
  LIST_BANS(
      "See who is banned",
      "ban.list",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.ARCHIVED,
      "Only owners and moderators see who is banned"),
  /** Make an invite. */
  INVITE(
      "Make an invite",
      "invite.create",
      Grant.MEMBERS_IF_PUBLIC,
      Beyond.NOTHING,
      "Only owners and moderators make invites for this room"),
  /** See the invites. */
  LIST_INVITES(
      "See the invites",
      "invite.list",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.ARCHIVED,
      "Only owners and moderators see the invites of a room"),
  /** Take one's own invite back. */
  REVOKE_OWN_INVITE(
      "Take one's own invite back",
      "invite.revoke",
      Grant.MEMBERS_OF_ROOMS,
      Beyond.NOTHING,
      "Join the room first"),
  /** Take another's invite back. */
  REVOKE_INVITE(
      "Take another's invite back",
      "invite.revoke",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.NOTHING,
      "Only owners and moderators take back the invites of others"),
  /** Report a message. */
  REPORT(
      "Report a message",
      "message.report",
      Grant.MEMBERS_OF_ROOMS,
      Beyond.ARCHIVED,
      "Join the room first"),
  /** See the reports. */
  LIST_REPORTS(
      "See what was reported",
      "report.list",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.ARCHIVED,
      "Only owners and moderators see what was reported"),
  /** Resolve a report. */
  RESOLVE_REPORT(
      "Resolve a report",
      "report.resolve",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.ARCHIVED,
      "Only owners and moderators resolve reports"),
  /** Make a hook, and delete it. */
  MANAGE_HOOKS(
      "Make and delete webhooks",
      "hook.create, hook.delete",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.ARCHIVED,
      "Only owners and moderators make and delete webhooks"),
  /** See the hooks. */
  LIST_HOOKS(
      "See the webhooks",
      "hook.list",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.ARCHIVED,
      "Only owners and moderators see the webhooks of a room"),
  /** Have a URL told what happens, and end that. */
  MANAGE_OUTGOING(
      "Make and delete outgoing webhooks",
      "outgoing.create, outgoing.delete",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.ARCHIVED,
      "Only owners and moderators make and delete outgoing webhooks"),
  /** See which URLs are told. */
  LIST_OUTGOING(
      "See the outgoing webhooks",
      "outgoing.list",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.ARCHIVED,
      "Only owners and moderators see the outgoing webhooks of a room"),
  /** Make a slash command, and take it away. */
  MANAGE_SLASH(
      "Make and delete slash commands",
      "slash.create, slash.delete",
      Grant.MODERATORS_OF_ROOMS,
      Beyond.ARCHIVED,
      "Only owners and moderators make and delete slash commands"),
  /** See the slash commands. */
  LIST_SLASH(
      "See the slash commands",
      "slash.list",
      Grant.MEMBERS,
      Beyond.ARCHIVED,
      "Join the room first"),
  /** Have a slash command carried out. */
  RUN_SLASH(
      "Have a slash command carried out",
      "slash.run",
      Grant.MEMBERS,
      Beyond.VOICE,
      "Join the room first");

  private final String title;
  private final String commands;
  private final Grant grant;
  private final Beyond beyond;
  private final String refusal;

  RoomPermission(String title, String commands, Grant grant, Beyond beyond, String refusal) {
    this.title = title;
    this.commands = commands;
    this.grant = grant;
    this.beyond = beyond;
    this.refusal = refusal;
  }

  /** What it is, as people read it. */
  public String title() {
    return title;
  }

  /** The wire names of the commands that need it, separated by commas. */
  public String commands() {
    return commands;
  }

  /** Who has it in a room of this kind. */
  public Who in(RoomKind kind) {
    return grant.in(kind);
  }

  /** What else there is to it. */
  public Beyond beyond() {
    return beyond;
  }

  /** What those are told who do not have it. */
  public String refusal() {
    return refusal;
  }
}
