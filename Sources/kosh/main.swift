import AdminCLI
import Glibc

exit(Program.run(openOffice: Opening.office))
