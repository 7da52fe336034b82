// Who finds the line open closes it, once: without the lock two do, or one drops the line that another has just opened.
namespace Cases.L040;

public static class Exchange
{
    private static readonly object s_gate = new();
    private static Line? s_line;
    private static int s_speed = 9600;

    public static int Speed
    {
        get
        {
            lock (s_gate)
            {
                return s_speed;
            }
        }

        set
        {
            lock (s_gate)
            {
                s_speed = value;
                if (s_line != null && s_line.Speed != value)
                    s_line = new Line(value);
            }
        }
    }

    public static Line Open()
    {
        var line = s_line;
        if (line != null)
            return line;
        lock (s_gate)
        {
            return s_line ??= new Line(s_speed);
        }
    }

    public static void HangUp()
    {
        if (s_line != null)
        {
            s_line.Close();
            s_line = null; // expect: INCONSISTENT_LOCK
        }
    }
}

public sealed class Line(int speed)
{
    public int Speed => speed;

    public void Close()
    {
    }
}
