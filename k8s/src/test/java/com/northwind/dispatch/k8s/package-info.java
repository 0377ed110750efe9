/// Holds the manifests to the Kubernetes API's own types, strictly, without a cluster.
@NullMarked
package com.northwind.dispatch.k8s;

import org.jspecify.annotations.NullMarked;
