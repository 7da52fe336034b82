// Everyone who changes the line takes the lock, but the one who makes it: two lines are made, or one that is being hung up.
namespace Cases.P125;

public static class Switchboard
{
    private static readonly object s_gate = new();
    private static Wire? s_wire;
    private static string? s_greeting;

    public static Wire Open() => s_wire ??= new Wire(); // expect: LAZY_INIT

    public static void HangUp()
    {
        lock (s_gate)
        {
            if (s_wire != null)
            {
                s_wire.Close();
                s_wire = null;
            }
        }
    }

    public static bool IsOpen()
    {
        lock (s_gate)
        {
            return s_wire != null;
        }
    }

    /// <summary>A text made twice is as good as one.</summary>
    public static string Greeting() => s_greeting ??= string.Concat("hello from ", Environment.MachineName);

    public static void Forget()
    {
        lock (s_gate)
        {
            s_greeting = null;
        }
    }

    public static bool IsGreeted()
    {
        lock (s_gate)
        {
            return s_greeting != null;
        }
    }
}

public sealed class Wire
{
    public void Close()
    {
    }
}
