-- The two roles, once per cluster. Run as a superuser.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'finsam_owner') THEN
        CREATE ROLE finsam_owner LOGIN CREATEDB;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'finsam_app') THEN
        CREATE ROLE finsam_app LOGIN;
    END IF;
END $$;
