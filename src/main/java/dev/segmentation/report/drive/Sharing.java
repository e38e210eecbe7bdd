package dev.segmentation.report.drive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.google.api.services.drive.Drive.Permissions;
import com.google.api.services.drive.model.Permission;
import com.google.api.services.drive.model.PermissionList;

import dev.segmentation.report.drive.DriveException.Problem;

/**
 * Who may read a file by its link. People whom somebody has let in by name are left
 * alone.
 */
final class Sharing {

	private final Permissions permissions;

	private final Audience audience;

	Sharing(Permissions permissions, Audience audience) {
		this.permissions = permissions;
		this.audience = audience;
	}

	/**
	 * Takes the file away from whoever is not the audience, as after a change of the
	 * setting.
	 * @return whether the audience has it
	 */
	boolean narrow(String file) throws IOException {
		boolean shared = false;
		for (Permission permission : linked(file)) {
			if (this.audience.isOf(permission)) {
				shared = true;
			}
			else {
				delete(file, permission);
			}
		}
		return shared;
	}

	/** Lets the audience read the file. */
	void grant(String file) throws IOException {
		try {
			this.permissions.create(file, this.audience.toPermission())
				.setFields("id")
				.setSupportsAllDrives(true)
				.execute();
		}
		catch (IOException ex) {
			throw explained(ex);
		}
	}

	/** Takes the file away from all who are not let in by name. */
	void revoke(String file) throws IOException {
		for (Permission permission : linked(file)) {
			delete(file, permission);
		}
	}

	private List<Permission> linked(String file) throws IOException {
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
		return all.stream().filter(Audience::isLinked).toList();
	}

	private void delete(String file, Permission permission) throws IOException {
		try {
			this.permissions.delete(file, permission.getId()).setSupportsAllDrives(true).execute();
		}
		catch (IOException ex) {
			if (GoogleAnswer.in(ex).status() != 404) {
				throw explained(ex);
			}
			// Somebody else was faster.
		}
	}

	/** Google has a 400 for some audiences that it does not allow. */
	private static IOException explained(IOException failure) {
		GoogleAnswer answer = GoogleAnswer.in(failure);
		if (failure instanceof TokenException || !(answer.isForbidden() || answer.status() == 400)) {
			return failure;
		}
		throw Failures.explain(Problem.SHARING_FORBIDDEN, "share a file", failure);
	}

}
