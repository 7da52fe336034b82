// A setting is parsed with its present value to fall back on: what is written is not made from what was read, so nothing is
// lost. A maximum is.
using System.Globalization;

namespace Cases.R001;

public static class Trace
{
    private static readonly object s_gate = new();
    private static bool s_isOn;
    private static int s_longest;

    public static void Configure(string? text)
    {
        lock (s_gate)
        {
            s_isOn = Read(text, s_isOn);
        }
    }

    public static void Reload(string? text) => s_isOn = Read(text, s_isOn);

    public static void Reset()
    {
        lock (s_gate)
        {
            s_isOn = false;
        }
    }

    public static bool IsOn()
    {
        lock (s_gate)
        {
            return s_isOn;
        }
    }

    public static void Note(string line)
    {
        lock (s_gate)
        {
            s_longest = Math.Max(s_longest, line.Length);
        }
    }

    public static void Forget()
    {
        lock (s_gate)
        {
            s_longest = 0;
        }
    }

    public static void NoteQuickly(string line) => s_longest = Math.Max(s_longest, line.Length); // expect: INCONSISTENT_LOCK

    private static bool Read(string? text, bool defaultValue) => text is null ? defaultValue : text.Length > 0 && text[0].ToString(CultureInfo.InvariantCulture) == "1";
}
