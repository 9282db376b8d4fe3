package im.parley.core.limit;

import im.parley.core.dispatch.Caller;
import im.parley.protocol.command.CommandType;

/** For load tests: asks only whether the caller is signed in where that is needed. */
public final class NoLimits implements Limits {

  @Override
  public void admit(Caller caller, CommandType<?, ?> type) {
    Audience.require(type, caller);
  }

  @Override
  public void beforeUpload(Caller.SignedIn caller) {}

  @Override
  public void beforeDownload(Caller.SignedIn caller) {}

  @Override
  public void beforePassword(String username, String address) {}

  @Override
  public void passwordWasRight(String username, String address) {}
}
