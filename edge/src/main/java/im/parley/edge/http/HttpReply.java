package im.parley.edge.http;

/** What a request is answered with. */
public sealed interface HttpReply permits HttpAnswer, HttpDownload, HttpStream {

  /** The answer, without a body that comes later. */
  HttpAnswer head();
}
