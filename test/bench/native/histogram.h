/* Latencies in a log-linear histogram: 64 steps per power of two, so a reading is at most 1.6% off. */
#ifndef HISTOGRAM_H
#define HISTOGRAM_H
#include "base.h"

enum { HISTOGRAM_BUCKETS = 64 * 64 };

typedef struct {
  uint64_t counts[HISTOGRAM_BUCKETS];
  uint64_t total, max;
} histogram;

static inline void histogram_record(histogram *h, uint64_t value) {
  unsigned shift = value < 128 ? 0 : 63u - (unsigned)__builtin_clzll(value) - 6u;
  h->counts[shift * 64 + (value >> shift)]++;
  h->total++;
  if (value > h->max) h->max = value;
}

/* Upper end of the bucket that holds the quantile; 0 when nothing was recorded. */
static inline uint64_t histogram_quantile(const histogram *h, double quantile) {
  uint64_t rank = (uint64_t)((double)h->total * quantile), seen = 0;
  if (h->total == 0) return 0;
  for (unsigned i = 0; i < HISTOGRAM_BUCKETS; i++) {
    seen += h->counts[i];
    if (seen > rank) {
      unsigned shift = i < 128 ? 0 : i / 64 - 1;
      uint64_t upper = (uint64_t)(i - shift * 64 + 1) << shift;
      return upper < h->max ? upper : h->max;
    }
  }
  return h->max;
}
#endif
