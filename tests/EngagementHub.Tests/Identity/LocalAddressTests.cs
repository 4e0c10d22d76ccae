using EngagementHub.Identity.Provider;

namespace EngagementHub.Tests.Identity;

public sealed class LocalAddressTests
{
    // What browsers and servers have been found to read as an address of another host.
    public static TheoryData<string> Elsewhere { get; } =
    [
        "https://evil.example", "http://evil.example", "HTTPS://evil.example", "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\/evil.example", "\\\\evil.example",
        "/\\/evil.example", "\t//evil.example", "/\t/evil.example", "/\n/evil.example", "/\r/evil.example", "/\r\n//evil.example", " //evil.example", " https://evil.example", "\u0000//evil.example", "/\u0000/evil.example",
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "mailto:a@b", "ftp://evil.example", "file:///etc/passwd", "evil.example", "www.evil.example", "evil.example/path",
        "@evil.example", "user@evil.example", "https:evil.example", "https:/evil.example", "https:///evil.example", "http:\\\\evil.example", "https://localhost@evil.example", "https://localhost:pw@evil.example", "//localhost@evil.example",
        "~//evil.example", "~/\\evil.example", "~/x", "../x", "./x", "?next=//evil.example", "#//evil.example", ".evil.example", ":80", "://evil.example", "/path\\..\\evil", "/a\r\nSet-Cookie: x=1", "/a\nb", "/\u0085/evil.example", "/\u0009evil",
        "%2f%2fevil.example", "%5cevil.example", "%09//evil.example", "/\\\tevil.example", "//[::1]", "//2130706433", "//evil%E3%80%82example", "/account/sign-in", "/account/sign-out", "", " ",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public void Signing_in_leads_home_rather_than_elsewhere(string address) => Assert.Equal("/", LocalAddress.OrHome(address));

    [Theory]
    [InlineData("/")]
    [InlineData("/notifications")]
    [InlineData("/blogs/permanent-secretary/2007/04/24/pay?x=1&y=//z#comment-12")]
    [InlineData("/search?q=https%3A%2F%2Fevil.example")]
    [InlineData("/%2f%2fevil.example")]
    public void A_place_in_the_hub_is_kept(string address) => Assert.Equal(address, LocalAddress.OrHome(address));
}
