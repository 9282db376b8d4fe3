/** What is measured: one class a question. Each fills a {@link im.parley.bench.report.Table}. */
@NullMarked
package im.parley.bench.scenario;

import org.jspecify.annotations.NullMarked;
