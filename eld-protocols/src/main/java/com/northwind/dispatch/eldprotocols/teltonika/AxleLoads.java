package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The report of an axle scale on the device's serial port, which the device forwards as a reply in
/// codec 12: eight axles, then load and total of truck and trailer, all in tonnes.
///
/// Observed in a capture, not documented: `UUUUww06.4;04.2;…;SSS`.
///
/// @param axleT load on each axle from the front, tonnes; 0 where there is no axle
/// @param truckLoadT freight on the truck, tonnes
/// @param trailerLoadT freight on the trailer, tonnes
/// @param truckTotalT truck with its freight, tonnes
/// @param trailerTotalT trailer with its freight, tonnes
record AxleLoads(
    List<Double> axleT,
    double truckLoadT,
    double trailerLoadT,
    double truckTotalT,
    double trailerTotalT) {
  private static final int AXLES = 8;
  private static final Pattern REPORT =
      Pattern.compile("U{2,8}w{2}((?:\\d{1,3}\\.\\d;){11}\\d{1,3}\\.\\d);S*\\s*");

  AxleLoads {
    axleT = List.copyOf(axleT);
  }

  /// The report in `text`, or empty when it is something else.
  static Optional<AxleLoads> read(String text) {
    Matcher matcher = REPORT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Double> tonnes = new ArrayList<>();
    for (String field : matcher.group(1).split(";", -1)) {
      tonnes.add(Double.valueOf(field));
    }
    return Optional.of(
        new AxleLoads(
            tonnes.subList(0, AXLES),
            tonnes.get(AXLES),
            tonnes.get(AXLES + 1),
            tonnes.get(AXLES + 2),
            tonnes.get(AXLES + 3)));
  }

  List<VendorParameter> toParameters() {
    List<VendorParameter> parameters = new ArrayList<>();
    for (int axle = 1; axle <= axleT.size(); axle++) {
      parameters.add(parameter("axle" + axle + "T", axleT.get(axle - 1)));
    }
    parameters.add(parameter("truckLoadT", truckLoadT));
    parameters.add(parameter("trailerLoadT", trailerLoadT));
    parameters.add(parameter("truckTotalT", truckTotalT));
    parameters.add(parameter("trailerTotalT", trailerTotalT));
    return parameters;
  }

  private static VendorParameter parameter(String name, double tonnes) {
    return VendorParameter.newBuilder().setName(name).setNumber(tonnes).build();
  }
}
