-- A variance is granted for a period, an exemption until its termination date; a renewal counts from that.
ALTER TABLE water_system ADD COLUMN ends_on DATE;
COMMENT ON COLUMN water_system.ends_on IS 'Last day for which a variance or exemption is granted (10 CSR 60-6.010(4)(B)2, 60-6.020(4)(A)); null without one, or where it was granted before days were kept';
