@testable import ScaffoldStorage

// Servers whose administrators decided otherwise. They also have certificates, of an authority in their folder, for
// the host `localhost` and no other.
extension TestServer {
    static let oddPostgreSQL = Task.detached {
        try await TestServer(variable: nil) {
            try ServerProcess.postgresql(
                prepare: certificates
                    + " && sed -i '1i host all visitor all scram-sha-256' data/pg_hba.conf"
                    + " && sed -i '1i hostnossl all guarded all reject' data/pg_hba.conf"
                    + " && sed -i '1i hostssl all guarded all cert' data/pg_hba.conf",
                settings: """
                    -c ssl=on -c ssl_cert_file="$PWD/server.pem" -c ssl_key_file="$PWD/server.key" \
                    -c ssl_ca_file="$PWD/ca.pem" \
                    -c timezone=Asia/Kathmandu -c datestyle=German -c intervalstyle=iso_8601 -c bytea_output=escape \
                    -c standard_conforming_strings=off -c escape_string_warning=off -c extra_float_digits=-15 \
                    -c client_encoding=LATIN1 -c default_transaction_isolation=serializable
                    """)
        }
    }

    static let oddMySQL = Task.detached {
        try await TestServer(variable: nil) {
            try ServerProcess.mariaDB(
                prepare: certificates,
                settings: """
                    --ssl-ca="$PWD/ca.pem" --ssl-cert="$PWD/server.pem" --ssl-key="$PWD/server.key" \
                    --sql-mode= --default-time-zone=+05:30 --autocommit=0 --lower-case-table-names=1 \
                    --character-set-server=latin1 --collation-server=latin1_swedish_ci --max-allowed-packet=64M \
                    --transaction-isolation=SERIALIZABLE --completion-type=CHAIN
                    """)
        }
    }

    /// Makes an authority with a certificate for the server and one for the user `guarded`, and another authority.
    private static let certificates = """
        {
        for name in ca stranger; do
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=$name" \
                -keyout $name.key -out $name.pem || exit 1
        done
        for name in server:localhost guarded:guarded; do
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=${name#*:}" \
                -addext "subjectAltName=DNS:${name#*:}" -keyout ${name%:*}.key -out ${name%:*}.csr || exit 1
            openssl x509 -req -in ${name%:*}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
                -copy_extensions copy -out ${name%:*}.pem || exit 1
        done
        chmod 600 *.key
        }
        """
}
