package com.northwind.dispatch.localstack.supervisor;

/// Every port the stack listens on, with the port it has when nobody else took it.
public enum Endpoint {
  KAFKA(9092),
  KAFKA_CONTROLLER(9093),
  POSTGRES_LOAD_PLANNING(5441),
  POSTGRES_ROUTING(5442),
  POSTGRES_EXECUTION(5443),
  HTTP_LOAD_PLANNING(8081),
  HTTP_ROUTING(8082),
  HTTP_EXECUTION(8083),
  HTTP_SCHEMA_REGISTRY(8085),
  GATEWAY_ELD(5027),
  GATEWAY_TABLET(8443),
  ADMIN_GATEWAY(9100),
  ADMIN_LOAD_PLANNING(9101),
  ADMIN_ROUTING(9102),
  ADMIN_EXECUTION(9103),
  ADMIN_SCHEMA_REGISTRY(9105);

  private final int usualPort;

  Endpoint(int usualPort) {
    this.usualPort = usualPort;
  }

  public int usualPort() {
    return usualPort;
  }
}
