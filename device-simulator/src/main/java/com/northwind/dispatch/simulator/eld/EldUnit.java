package com.northwind.dispatch.simulator.eld;

import com.northwind.dispatch.simulator.fleet.FleetEld;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.link.Backoff;
import com.northwind.dispatch.simulator.link.DeviceLoop;
import com.northwind.dispatch.simulator.measure.RunClock;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;

/// One simulated ELD unit: a real socket, a flash, and a truck around it.
///
/// It makes a record each interval whether or not anyone listens, so a slow gateway does not lower
/// the load (an open model): records pile up on the flash and are sent, oldest first, as soon as
/// the gateway acknowledges again. A lost connection is opened anew after a full-jitter backoff.
/// Confined to one event loop, apart from the methods that say otherwise.
public final class EldUnit {
  private final FleetEld identity;
  private final EldWire wire;
  private final EldSettings settings;
  private final EldCounts counts;
  private final DeviceFlash flash;
  private final Backoff backoff;
  private final RunClock clock;
  private final DeviceLoop loop;
  private final Class<? extends Channel> socketType;

  private @Nullable EldConnection connection;
  private DeviceLoop.@Nullable Timer making;
  private boolean isOff;

  EldUnit(
      FleetEld identity,
      EldWire wire,
      EldSettings settings,
      EldCounts counts,
      Journal journal,
      Backoff backoff,
      RunClock clock,
      DeviceLoop loop,
      Class<? extends Channel> socketType) {
    this.identity = identity;
    this.wire = wire;
    this.settings = settings;
    this.counts = counts;
    this.flash = new DeviceFlash(identity.deviceId(), settings.flashRecords(), journal, counts);
    this.backoff = backoff;
    this.clock = clock;
    this.loop = loop;
    this.socketType = socketType;
  }

  /// Powers the unit: connects after `connectAfterMs`, makes its first record after
  /// `firstRecordAfterMs` and one each interval from then on. Safe from any thread.
  void powerOn(long connectAfterMs, long firstRecordAfterMs) {
    loop.after(connectAfterMs, this::connect);
    loop.execute(
        () ->
            making =
                loop.every(firstRecordAfterMs, settings.interval().toMillis(), this::makeRecord));
  }

  private void makeRecord() {
    flash.store(clock.nowMs());
    EldConnection open = connection;
    if (open != null) {
      open.pump();
    }
  }

  private void connect() {
    if (isOff) {
      return;
    }
    EldConnection next =
        new EldConnection(
            identity.imei(), wire, flash, counts, settings, clock, loop, this::connectionEnded);
    connection = next;
    ChannelFuture connecting =
        new Bootstrap()
            .group(loop.netty())
            .channel(socketType)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                Math.toIntExact(settings.patience().toMillis()))
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(next);
                  }
                })
            .connect(settings.gateway());
    connecting.addListener(
        done -> {
          if (!done.isSuccess()) {
            counts.errors.add("connect-failed");
            connectionEnded(0);
          }
        });
  }

  private void connectionEnded(long heldMs) {
    connection = null;
    if (!isOff) {
      loop.after(backoff.nextMs(heldMs), this::connect);
    }
  }

  /// Makes no more records; what is on the flash is still delivered. Safe from any thread.
  void stopMaking() {
    loop.execute(this::stopTicking);
  }

  private void stopTicking() {
    DeviceLoop.Timer ticking = making;
    if (ticking != null) {
      ticking.cancel();
    }
  }

  /// Switches the unit off. Safe from any thread.
  void powerOff() {
    loop.execute(
        () -> {
          isOff = true;
          stopTicking();
          EldConnection open = connection;
          if (open != null) {
            open.hangUp();
          }
        });
  }

  /// Takes back what an earlier process remembered; before [#powerOn].
  void restore(JournalEntry.OfEld entry) {
    switch (entry) {
      case JournalEntry.RecordMade made -> flash.restore(made);
      case JournalEntry.RecordsAcked acked -> flash.restore(acked);
      case JournalEntry.RecordDropped dropped -> flash.restore(dropped);
    }
  }

  /// The numbers of the records the gateway acknowledged. To be read once the unit is off, or on
  /// its loop.
  SeqRanges ackedRanges() {
    return flash.ackedRanges();
  }
}
