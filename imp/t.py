import ipaddress
