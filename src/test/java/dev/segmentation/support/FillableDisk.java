package dev.segmentation.support;

import dev.segmentation.shared.database.Disk;

/**
 * A disk of the database that tests fill.
 */
public class FillableDisk implements Disk {

	private volatile double free = 1;

	public void leave(double share) {
		this.free = share;
	}

	@Override
	public String name() {
		return "data";
	}

	@Override
	public double free() {
		return this.free;
	}

}
