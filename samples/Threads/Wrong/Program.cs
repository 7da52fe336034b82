using Threads;

Printing.Run();
Summing.Run();
Saving.Run();
