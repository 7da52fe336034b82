namespace Cases.L1071;

public readonly record struct Pick(int Station, int Sample, double Ratio);

public sealed class OnsetPicker
{
    private readonly double _threshold;
    private int _rejected;

    public OnsetPicker(double threshold) => _threshold = threshold;

    public int Rejected => _rejected; // expect: RACE?

    public List<Pick> Run(double[][] traces)
    {
        var picks = new List<Pick>(traces.Length);
        Parallel.For(0, traces.Length, station =>
        {
            double[] trace = traces[station];
            double longAverage = 0;
            double shortAverage = 0;
            for (int i = 0; i < trace.Length; i++)
            {
                double amplitude = Math.Abs(trace[i]);
                longAverage += (amplitude - longAverage) / 400;
                shortAverage += (amplitude - shortAverage) / 20;
                if (i > 400 && shortAverage > longAverage * _threshold)
                {
                    picks.Add(new Pick(station, i, shortAverage / longAverage)); // expect: RACE
                    return;
                }
            }
            _rejected++; // expect: RACE
        });
        picks.Sort((a, b) => a.Sample.CompareTo(b.Sample));
        return picks;
    }

    public static void Main()
    {
        var picker = new OnsetPicker(3.5);
        var traces = new double[64][];
        for (int s = 0; s < traces.Length; s++)
        {
            var random = new Random(s);
            traces[s] = new double[4000];
            for (int i = 0; i < traces[s].Length; i++)
            {
                traces[s][i] = random.NextDouble() * (i > 2000 + s ? 20 : 1);
            }
        }
        foreach (Pick pick in picker.Run(traces))
        {
            Console.WriteLine($"{pick.Station} {pick.Sample} {pick.Ratio:F2}");
        }
        Console.WriteLine(picker.Rejected);
    }
}
