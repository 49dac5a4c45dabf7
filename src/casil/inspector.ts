/**
 * The chain of inspection, top to bottom: scope, size, segment, detect, classify and decide, redact, metadata. Which
 * policies cover a channel is settled once per channel; what happens to a message is settled here, once, for live
 * delivery, history, command line and tests alike. An error inside ends as `default_decision` says. [C-CHAIN-1..6] [P9]
 */
import { Chain } from './chain.js';
import { DetectionPlan } from './detection-plan.js';
import type { Inspect, Inspector } from './inspection.js';
import type { InspectorOptions } from './inspector-options.js';
import { MessageFacts } from './message-facts.js';
import { passThrough } from './pass-through.js';
import { createSegmenter } from './surfaces/create-segmenter.js';
import { Verdicts } from './verdicts.js';

export type { InspectorLimits, InspectorOptions } from './inspector-options.js';

/** Distinct sets of policies that cover some channel; a configuration has a handful. */
const CHAINS_MAX = 1024;

export function createInspector(options: InspectorOptions): Inspector {
  const chains = new Map<string, Chain>();
  // Made once, at start: building automata takes tens of milliseconds, which no message may wait for.
  const plan = new DetectionPlan(options.policies);
  const segmenter = createSegmenter();
  const verdicts = new Verdicts(options);

  /** Channels under the same policies share one chain; all chains share the automata. */
  function chainFor(room: string, channel: string): Chain | null {
    if (!options.scope.covers(room, channel)) return null;
    const covering = options.policies.filter((policy) => policy.scope.covers(room, channel));
    if (covering.length === 0) return null;
    const key = covering.map((policy) => options.policies.indexOf(policy)).join(',');
    let chain = chains.get(key);
    if (chain === undefined) {
      chain = new Chain({ policies: covering, plan, segmenter, options });
      if (chains.size < CHAINS_MAX) chains.set(key, chain);
    }
    return chain;
  }

  return {
    inspectFor({ tenant, room, channel }): Inspect {
      const chain = chainFor(room, channel);
      if (chain === null) return passThrough;
      const { listener } = options;
      const facts = new MessageFacts(tenant, room, channel);

      return (view, sender) => {
        facts.view = view;
        facts.sender = sender;
        try {
          const inspection = verdicts.of(chain.run(view, facts), view);
          listener?.inspected(inspection, facts);
          return inspection;
        } catch (error) {
          const inspection = verdicts.ofFailure();
          listener?.failed(error, inspection, facts);
          return inspection;
        }
      };
    },
  };
}
