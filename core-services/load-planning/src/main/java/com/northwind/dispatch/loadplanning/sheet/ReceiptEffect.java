package com.northwind.dispatch.loadplanning.sheet;

import com.northwind.dispatch.contracts.tablet.v1.Receipt;
import com.northwind.dispatch.loadplanning.load.ContractTime;
import com.northwind.dispatch.loadplanning.load.DriverId;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.servicekit.apply.EventApplier;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;

/// Applies `tablet.receipts`: how far each version of a sheet came.
public final class ReceiptEffect implements EventApplier.Effect {
  private final ReceiptStore receipts;

  public ReceiptEffect(ReceiptStore receipts) {
    this.receipts = receipts;
  }

  @Override
  public void apply(Transaction transaction, ConsumedEvent consumed) throws SQLException {
    if (consumed.event().data() instanceof Receipt receipt) {
      receipts.received(
          transaction,
          new DriverId(receipt.getDriverId()),
          receipt.getRevision(),
          receipt.getStage(),
          ContractTime.instant(receipt.getOccurredTime()));
    }
  }
}
