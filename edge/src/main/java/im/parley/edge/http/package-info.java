/**
 * HTTP/1.1, strictly: one request at a time, whole, within bounds and in time, or it is refused.
 *
 * <pre>
 *   bytes → RequestDecoder → HttpConnection (StrictHttp, body, deadlines) → HttpSite
 *                                                                             ├ /v1/**     CommandService
 *                                                                             ├ /healthz   HealthService
 *                                                                             └ the rest   WebAssets
 * </pre>
 */
@NullMarked
package im.parley.edge.http;

import org.jspecify.annotations.NullMarked;
