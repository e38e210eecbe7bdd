package dev.segmentation.report.drive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.google.api.services.drive.Drive.Permissions;
import com.google.api.services.drive.DriveRequest;
import com.google.api.services.drive.model.Permission;
import com.google.api.services.drive.model.PermissionList;
import dev.segmentation.report.drive.DriveException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The permissions by which readers open a file with its link. Permissions of single users
 * are never changed.
 */
final class LinkSharing {

	private static final String ANYONE = "anyone";

	private static final String DOMAIN = "domain";

	private final Permissions permissions;

	private final @Nullable String domain;

	/**
	 * Shares files with an audience.
	 * @param domain the Google Workspace domain; {@code null} for everyone
	 */
	LinkSharing(Permissions permissions, @Nullable String domain) {
		this.permissions = permissions;
		this.domain = domain;
	}

	/**
	 * Removes link permissions of other audiences, which remain after a change of the
	 * setting.
	 * @return whether the file is shared with the audience
	 */
	boolean removeOthers(String file) throws IOException {
		List<Permission> linked = findLinked(file);
		for (Permission permission : linked) {
			if (!isOfAudience(permission)) {
				delete(file, permission);
			}
		}
		return linked.stream().anyMatch(this::isOfAudience);
	}

	private boolean isOfAudience(Permission permission) {
		return (this.domain != null) ? this.domain.equalsIgnoreCase(permission.getDomain())
				: ANYONE.equals(permission.getType());
	}

	/** Removes all link permissions. */
	void removeAll(String file) throws IOException {
		for (Permission permission : findLinked(file)) {
			delete(file, permission);
		}
	}

	/** Lets the audience read the file, which Drive's search does not list. */
	void grant(String file) throws IOException {
		Permission permission = new Permission().setType((this.domain != null) ? DOMAIN : ANYONE)
			.setDomain(this.domain)
			.setRole("reader")
			.setAllowFileDiscovery(false);
		change(this.permissions.create(file, permission).setFields("id").setSupportsAllDrives(true));
	}

	private void delete(String file, Permission permission) throws IOException {
		try {
			change(this.permissions.delete(file, permission.getId()).setSupportsAllDrives(true));
		}
		catch (IOException ex) {
			// 404: another instance or a user has already deleted the permission.
			if (DriveError.of(ex).status() != 404) {
				throw ex;
			}
		}
	}

	private static void change(DriveRequest<?> request) throws IOException {
		try {
			request.execute();
		}
		catch (IOException ex) {
			if (DriveError.of(ex).isSharingForbidden()) {
				throw new DriveException(Problem.SHARING_FORBIDDEN, "share a file", ex);
			}
			throw ex;
		}
	}

	private List<Permission> findLinked(String file) throws IOException {
		Permissions.List request = this.permissions.list(file)
			.setFields("nextPageToken,permissions(id,type,domain)")
			.setSupportsAllDrives(true);
		List<Permission> all = new ArrayList<>();
		do {
			PermissionList page = request.execute();
			all.addAll(page.getPermissions());
			request.setPageToken(page.getNextPageToken());
		}
		while (request.getPageToken() != null);
		return all.stream().filter((each) -> Set.of(ANYONE, DOMAIN).contains("" + each.getType())).toList();
	}

}
