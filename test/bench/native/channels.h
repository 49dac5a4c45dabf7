/*
 * Channels of the reference server: members, and the batch that this tick's messages are joined into. A batch is one
 * pre-framed WebSocket message that all members share; the last one to have written it frees it.
 */
#ifndef CHANNELS_H
#define CHANNELS_H
#include "base.h"

struct peer;

typedef struct {
  uint8_t *data;
  size_t start, length; /* the header is written in front once the length is known */
  uint32_t references;
} batch;

typedef struct channel {
  uint8_t name[260];
  size_t name_length;
  struct peer **members;
  uint32_t member_count, member_capacity;
  uint64_t sequence;
  batch *pending;
  struct channel *next;
} channel;

channel *find_channel(const uint8_t *room, size_t room_length, const uint8_t *name, size_t name_length);
void add_member(channel *c, struct peer *p);
/* Appends one stamped envelope to the channel's batch; returns 1 if it is the first of this tick. */
int append_message(channel *c, const uint8_t *envelope, size_t length);
/* The batch, framed, with no reference yet; the channel starts a new one. */
batch *seal_batch(channel *c);
void release_batch(batch *b);
#endif
