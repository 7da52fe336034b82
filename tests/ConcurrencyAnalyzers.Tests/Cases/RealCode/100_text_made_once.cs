// The nearest wrong one of 071: what is worked out is a list that callers add to, not a text.
namespace Cases.R100;

public static class Client
{
    private static List<string>? s_versions;

    public static async Task ConnectAsync()
    {
        var first = SendAsync();
        var watching = new Thread(() => Versions().Add("watched")); // expect: RACE?
        watching.Start();
        await first;
        watching.Join();
    }

    private static async Task SendAsync()
    {
        await Task.Yield();
        Versions().Add("sent"); // expect: RACE?
    }

    private static List<string> Versions()
    {
        if (s_versions == null)
            s_versions = new List<string>(); // expect: LAZY_INIT
        return s_versions;
    }
}
