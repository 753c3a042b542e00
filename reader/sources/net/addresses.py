"""Decide from which network addresses a page may be fetched: public ones, and on request private ones.

The registries are IANA's special-purpose ones for IPv4 and IPv6 (RFC 6890), as `ipaddress` has them. Of IPv6, only
global unicast is public. An IPv6 address that contains an IPv4 address is judged by that address.
"""

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_GLOBAL_UNICAST = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")  # RFC 6052: how IPv4 is reached from a network without it
_COMPATIBLE = IPv6Network("::/96")
_UNROUTED = (IPv6Network("3fff::/20"), IPv4Network("192.88.99.0/24"))  # documentation, 6to4 relays
_PRIVATE = (
    IPv4Network("10.0.0.0/8"),
    IPv4Network("100.64.0.0/10"),  # networks of carriers, and virtual networks between a person's own machines
    IPv4Network("127.0.0.0/8"),
    IPv4Network("172.16.0.0/12"),
    IPv4Network("192.168.0.0/16"),
    IPv6Network("::1/128"),
    IPv6Network("fc00::/7"),
)
# Cloud services hand out a machine's credentials there. They lie within private networks.
_METADATA_SERVICES = frozenset({IPv4Address("100.100.100.200"), IPv6Address("fd00:ec2::254")})

# What the C library reads as a number: 127.1, 0x7f000001, 0177.0.0.1, 2130706433.
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)

Address = IPv4Address | IPv6Address


def is_public(address: str) -> bool:
    """Return whether an IP address can be reached from anywhere. Raises ValueError if it is not in its usual form."""
    effective = _effective_address(ip_address(address))
    if any(effective in network for network in _UNROUTED) or effective.is_multicast or effective.is_reserved:
        return False
    return effective.is_global and (isinstance(effective, IPv4Address) or effective in _GLOBAL_UNICAST)


def is_private(address: str) -> bool:
    """Return whether an IP address is this machine or in a private network, and not a cloud's metadata service."""
    effective = _effective_address(ip_address(address))
    return effective not in _METADATA_SERVICES and any(effective in network for network in _PRIVATE)


def is_obfuscated_ipv4(host: str) -> bool:
    """Return whether a host is an IPv4 address that is not written as four decimal numbers.

    After "ends in a number" of the WHATWG URL standard.
    """
    if ":" in host or not _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        return False
    try:
        IPv4Address(host)
    except ValueError:
        return True
    return False


def _effective_address(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 address contains, else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if (inner := address.ipv4_mapped or address.sixtofour) is not None:
        return inner
    if address in _TRANSLATED or (address in _COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
