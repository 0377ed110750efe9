package com.northwind.dispatch.localstack.process;

import java.nio.file.Path;
import java.util.List;

/// Under whose name a child runs. PostgreSQL refuses to run as root, and as a user without a name.
public enum RunAs {
  /// The user of this JVM.
  SELF,
  /// The user becomes nobody in particular inside a user namespace; files stay the user's.
  USER_NAMESPACE,
  /// Root becomes the user `nobody`, where user namespaces are not allowed.
  NOBODY;

  private static final String NOBODY_ID = "65534";

  /// What Java calls a user that is not in the user database.
  private static final String NAMELESS = "?";

  /// The way that works here for a program that refuses to be root or nameless.
  ///
  /// @throws IllegalStateException when this is root and nothing works
  public static RunAs notRoot() {
    String user = System.getProperty("user.name");
    if (!user.equals("root") && !user.equals(NAMELESS)) {
      return SELF;
    }
    if (Tools.succeeds("unshare", "-U", "true")) {
      return USER_NAMESPACE;
    }
    if (user.equals("root") && Tools.find("setpriv").isPresent()) {
      return NOBODY;
    }
    throw new IllegalStateException(
        "PostgreSQL does not run as user '%s', and neither unshare nor setpriv works here: "
                .formatted(user)
            + "install the package util-linux, or run as another user");
  }

  /// The command that stands before the program's own.
  public List<String> prefix() {
    return switch (this) {
      case SELF -> List.of();
      case USER_NAMESPACE -> List.of("unshare", "-U");
      case NOBODY ->
          List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups");
    };
  }

  /// Makes files usable by the program: gives them to the user it runs as.
  public void own(Path files) {
    switch (this) {
      case SELF, USER_NAMESPACE -> {}
      case NOBODY ->
          Tools.run(List.of("chown", "-R", NOBODY_ID + ":" + NOBODY_ID, files.toString()));
    }
  }
}
