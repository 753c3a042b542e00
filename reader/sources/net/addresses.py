"""Which addresses of the network a page may be fetched from: public ones, and on request those of one's own network.

The registries are IANA's special-purpose ones for IPv4 and IPv6 (RFC 6890), as `ipaddress` has them. Of IPv6 only
global unicast is public, and an address that carries one of IPv4 is judged by what it carries.
"""

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_GLOBAL_UNICAST = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")  # RFC 6052: how IPv4 is reached from a network without it
_COMPATIBLE = IPv6Network("::/96")
_NOWHERE = (IPv6Network("3fff::/20"), IPv4Network("192.88.99.0/24"))  # documentation, 6to4 relays
_OWN = (
    IPv4Network("10.0.0.0/8"),
    IPv4Network("100.64.0.0/10"),  # carriers' networks, and those that people span between their own machines
    IPv4Network("127.0.0.0/8"),
    IPv4Network("172.16.0.0/12"),
    IPv4Network("192.168.0.0/16"),
    IPv6Network("::1/128"),
    IPv6Network("fc00::/7"),
)
# Where clouds hand out the keys of a machine, within networks that may be one's own.
_KEYS_OF_A_MACHINE = frozenset({IPv4Address("100.100.100.200"), IPv6Address("fd00:ec2::254")})

# What the C library would read as a number: 127.1, 0x7f000001, 0177.0.0.1, 2130706433.
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)

Address = IPv4Address | IPv6Address


def is_public(address: str) -> bool:
    """Whether anyone may be reached there from anywhere. Raises ValueError for what is no address in its usual form."""
    carried = _carried(ip_address(address))
    if any(carried in network for network in _NOWHERE) or carried.is_multicast or carried.is_reserved:
        return False
    return carried.is_global and (isinstance(carried, IPv4Address) or carried in _GLOBAL_UNICAST)


def is_private(address: str) -> bool:
    """Whether it is this machine or of a network of one's own, and no place where a machine's keys lie."""
    carried = _carried(ip_address(address))
    return carried not in _KEYS_OF_A_MACHINE and any(carried in network for network in _OWN)


def is_obfuscated_ipv4(host: str) -> bool:
    """Whether a host is an IPv4 address in another form than four decimal numbers (WHATWG URL, "ends in a number")."""
    if ":" in host or not _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        return False
    try:
        IPv4Address(host)
    except ValueError:
        return True
    return False


def _carried(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for, else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if (inner := address.ipv4_mapped or address.sixtofour) is not None:
        return inner
    if address in _TRANSLATED or (address in _COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
