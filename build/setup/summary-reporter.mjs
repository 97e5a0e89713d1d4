// Counts what a test run did, and keeps the reason of everything that was skipped, for run-tests.mjs.
import fs from 'node:fs';

export default class SummaryReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules @param {readonly unknown[]} errors */
  onTestRunEnd(modules, errors) {
    const summary = { passed: 0, failed: errors.length, skipped: 0, failures: [], skips: {} };
    for (const module of modules) {
      if (module.errors().length > 0) {
        summary.failed += 1;
        summary.failures.push(`${module.relativeModuleId}: could not be run`);
      }
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') summary.passed += 1;
        else if (result.state === 'failed') {
          summary.failed += 1;
          summary.failures.push(`${module.relativeModuleId}: ${test.fullName}`);
        } else {
          summary.skipped += 1;
          const reason = ('note' in result && result.note) || module.relativeModuleId;
          summary.skips[reason] = (summary.skips[reason] ?? 0) + 1;
        }
      }
    }
    fs.writeFileSync(process.env.ATTACHE_TEST_SUMMARY ?? 'test-summary.json', JSON.stringify(summary));
  }
}
