// The same, made under the lock, with a first look beside it.
namespace Cases.P126;

public static class Switchboard
{
    private static readonly object s_gate = new();
    private static Wire? s_wire;

    public static Wire Open()
    {
        var wire = s_wire;
        if (wire != null)
            return wire;
        lock (s_gate)
        {
            return s_wire ??= new Wire();
        }
    }

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
}

public sealed class Wire
{
    public void Close()
    {
    }
}
