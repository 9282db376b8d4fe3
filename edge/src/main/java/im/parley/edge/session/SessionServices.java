package im.parley.edge.session;

import im.parley.edge.fanout.FanOut;

/**
 * What every conversation on this node shares.
 *
 * @param work what sessions do on virtual threads
 * @param inFlight how many commands are being carried out
 * @param fanOut where their events come from
 * @param roster who is here
 */
record SessionServices(SessionWork work, InFlight inFlight, FanOut fanOut, Roster roster) {}
