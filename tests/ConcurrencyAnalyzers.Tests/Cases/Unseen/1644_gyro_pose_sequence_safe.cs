// A sensor thread publishes poses of three values; readers repeat their copy if a pose was published meanwhile. difficulty: hard
namespace Cases.U1644;

public readonly record struct Pose(double X, double Y, double Heading);

public sealed class PoseCell
{
    private int _sequence;
    private double _x;
    private double _y;
    private double _heading;

    public void Publish(in Pose pose)
    {
        Interlocked.Increment(ref _sequence);
        Volatile.Write(ref _x, pose.X);
        Volatile.Write(ref _y, pose.Y);
        Volatile.Write(ref _heading, pose.Heading);
        Interlocked.Increment(ref _sequence);
    }

    public Pose Read()
    {
        var spin = new SpinWait();
        while (true)
        {
            int before = Volatile.Read(ref _sequence);
            if ((before & 1) == 0)
            {
                double x = Volatile.Read(ref _x);
                double y = Volatile.Read(ref _y);
                double heading = Volatile.Read(ref _heading);
                if (Volatile.Read(ref _sequence) == before)
                {
                    return new Pose(x, y, heading);
                }
            }
            spin.SpinOnce();
        }
    }
}

public sealed class Gyro(PoseCell cell)
{
    public void Simulate(int steps)
    {
        var pose = new Pose(0, 0, 0);
        for (int i = 0; i < steps; i++)
        {
            double heading = pose.Heading + 0.05;
            pose = new Pose(pose.X + Math.Cos(heading), pose.Y + Math.Sin(heading), heading);
            cell.Publish(pose);
        }
    }
}

static class Program
{
    static void Main()
    {
        var cell = new PoseCell();
        var sensor = new Thread(() => new Gyro(cell).Simulate(50_000));
        sensor.Start();
        var farthest = new double[4];
        Parallel.For(0, farthest.Length, reader =>
        {
            for (int i = 0; i < 10_000; i++)
            {
                var pose = cell.Read();
                farthest[reader] = Math.Max(farthest[reader], Math.Abs(pose.X) + Math.Abs(pose.Y));
            }
        });
        sensor.Join();
        Console.WriteLine(farthest.Max());
    }
}
