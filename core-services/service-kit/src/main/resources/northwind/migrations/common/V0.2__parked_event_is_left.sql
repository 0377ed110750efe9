comment on table parked_event is
  'Not written any more: events that fail to apply are dead letters on Kafka. What is left here is moved there when its consumer starts.';
