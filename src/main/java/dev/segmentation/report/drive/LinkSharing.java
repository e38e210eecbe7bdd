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

/**
 * The permissions by which readers open a file. Permissions that people gave to others in
 * Google Drive are never changed.
 */
final class LinkSharing {

	private static final Set<String> LINKED = Set.of("anyone", "domain");

	private final Permissions permissions;

	LinkSharing(Permissions permissions) {
		this.permissions = permissions;
	}

	/**
	 * Removes the permissions of former readers.
	 * @return the readers who have no permission yet
	 */
	List<DriveReader> removeOthers(String file, DriveAccess access) throws IOException {
		List<DriveReader> missing = new ArrayList<>(access.readers().list());
		for (Permission permission : findGiven(file, access)) {
			if (access.readers().list().stream().anyMatch((reader) -> reader.has(permission))) {
				missing.removeIf((reader) -> reader.has(permission));
			}
			else {
				delete(file, permission);
			}
		}
		return missing;
	}

	/** Google sends a mail to a single address, which may have no Google account. */
	void grant(String file, DriveReader reader) throws IOException {
		change(this.permissions.create(file, reader.toPermission()).setFields("id").setSupportsAllDrives(true));
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

	/**
	 * Finds the permissions of links, and those of single addresses from this
	 * application.
	 */
	private List<Permission> findGiven(String file, DriveAccess access) throws IOException {
		Permissions.List request = this.permissions.list(file)
			.setFields("nextPageToken,permissions(id,type,role,domain,emailAddress)")
			.setSupportsAllDrives(true);
		List<Permission> all = new ArrayList<>();
		do {
			PermissionList page = request.execute();
			all.addAll(page.getPermissions());
			request.setPageToken(page.getNextPageToken());
		}
		while (request.getPageToken() != null);
		DriveReaders known = access.readers().with(access.former());
		return all.stream()
			.filter((each) -> LINKED.contains("" + each.getType())
					|| known.list().stream().anyMatch((reader) -> reader.has(each)))
			.toList();
	}

}
