package im.parley.core.log;

import im.parley.protocol.view.RoomKind;

/** Who has a permission, by the kind of the room: public, private, and direct conversations. */
enum Grant {
  /** Whoever is there. */
  MEMBERS(Who.MEMBERS, Who.MEMBERS, Who.MEMBERS),
  /** The same, but not in direct conversations. */
  MEMBERS_OF_ROOMS(Who.MEMBERS, Who.MEMBERS, Who.NOBODY),
  /** Whoever is there, if anybody may come; else those who keep order. */
  MEMBERS_IF_PUBLIC(Who.MEMBERS, Who.MODERATORS, Who.NOBODY),
  /** Those who keep order. */
  MODERATORS(Who.MODERATORS, Who.MODERATORS, Who.MODERATORS),
  /** The same, but not in direct conversations. */
  MODERATORS_OF_ROOMS(Who.MODERATORS, Who.MODERATORS, Who.NOBODY),
  /** Owners; direct conversations have none. */
  OWNERS(Who.OWNERS, Who.OWNERS, Who.NOBODY),
  /** Whoever has an account, but not in direct conversations. */
  ANYONE(Who.ANYONE, Who.ANYONE, Who.NOBODY),
  /** Whoever has an account, where the room is public. */
  ANYONE_IF_PUBLIC(Who.ANYONE, Who.NOBODY, Who.NOBODY);

  private final Who inPublic;
  private final Who inPrivate;
  private final Who inDirect;

  Grant(Who inPublic, Who inPrivate, Who inDirect) {
    this.inPublic = inPublic;
    this.inPrivate = inPrivate;
    this.inDirect = inDirect;
  }

  /** Who has it in a room of this kind. */
  Who in(RoomKind kind) {
    return switch (kind) {
      case PUBLIC -> inPublic;
      case PRIVATE -> inPrivate;
      case DIRECT -> inDirect;
    };
  }
}
